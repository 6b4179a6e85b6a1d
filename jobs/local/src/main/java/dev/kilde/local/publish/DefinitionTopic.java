package dev.kilde.local.publish;

import dev.kilde.schemas.record.Definition;
import java.util.List;

/** The topic {@code definitions}, as far as publishing needs it. */
interface DefinitionTopic extends AutoCloseable {

  /**
   * Becomes the only one who publishes for a tenant: whoever claimed it before can publish no more,
   * what he has published is there, what he left half done is not. So what is read from here on
   * stays true until {@link #publish}, or that fails.
   *
   * @throws UnavailableTopicException if that cannot be done
   */
  void claim(String tenant) throws UnavailableTopicException;

  /**
   * Everything published for a tenant until now.
   *
   * @throws UnavailableTopicException if it cannot be read
   */
  LatestDefinitions read(String tenant) throws UnavailableTopicException;

  /**
   * Publishes all of it or nothing, for the tenant that was claimed.
   *
   * @param records of that tenant, at least one
   * @throws UnavailableTopicException if nothing was published, or it is not known
   */
  void publish(List<Definition> records) throws UnavailableTopicException;

  @Override
  void close();
}
