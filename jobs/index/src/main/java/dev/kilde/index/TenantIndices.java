package dev.kilde.index;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.indices.GetMappingResponse;
import co.elastic.clients.elasticsearch.indices.PutAliasRequest;
import co.elastic.clients.elasticsearch.indices.PutIndexTemplateRequest;
import co.elastic.clients.elasticsearch.indices.get_mapping.IndexMappingRecord;
import co.elastic.clients.json.JsonData;
import dev.kilde.connectors.elasticsearch.FatalAnswerException;
import dev.kilde.connectors.elasticsearch.TargetPreparation;
import jakarta.json.JsonNumber;
import java.io.InputStream;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Makes a tenant's alias ready: index template, index, alias, in this order, each only if it is
 * missing. Two subtasks may do so at the same time. An alias that stands is taken as it is,
 * wherever it points, so a tenant can be moved to an index of its own by hand.
 *
 * @param layout which index stands behind a new alias
 */
record TenantIndices(IndexLayout layout) implements TargetPreparation {

  @Override
  public CompletableFuture<Void> prepare(ElasticsearchAsyncClient client, String alias) {
    return client
        .indices()
        .existsAlias(ask -> ask.name(alias))
        .thenCompose(
            stands ->
                stands.value()
                    ? checked(client, DocumentKind.ofAlias(alias), alias)
                    : aliasMade(client, DocumentKind.ofAlias(alias), alias));
  }

  private CompletableFuture<Void> aliasMade(
      ElasticsearchAsyncClient client, DocumentKind kind, String alias) {
    String tenant = kind.tenantOf(alias);
    String index = layout.index(kind, tenant);
    return client
        .indices()
        .exists(ask -> ask.index(index))
        .thenCompose(
            stands ->
                stands.value()
                    ? CompletableFuture.completedFuture(null)
                    : indexMade(client, kind, index, layout.shards(kind, tenant)))
        .thenCompose(made -> checked(client, kind, index))
        .thenCompose(right -> client.indices().putAlias(alias(alias, index, tenant)))
        .thenAccept(done -> {});
  }

  private CompletableFuture<Void> indexMade(
      ElasticsearchAsyncClient client, DocumentKind kind, String index, int shards) {
    return client
        .indices()
        .putIndexTemplate(template(kind))
        .thenCompose(
            done ->
                client
                    .indices()
                    .create(
                        create ->
                            create
                                .index(index)
                                .settings(
                                    settings ->
                                        settings
                                            .numberOfShards(Integer.toString(shards))
                                            .numberOfReplicas(
                                                Integer.toString(layout.replicas())))))
        .handle((done, failure) -> unlessItStands(failure));
  }

  private static @Nullable Void unlessItStands(@Nullable Throwable failure) {
    if (failure == null || alreadyStands(failure)) {
      return null;
    }
    throw failure instanceof CompletionException e ? e : new CompletionException(failure);
  }

  private static boolean alreadyStands(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return cause instanceof ElasticsearchException answer
        && "resource_already_exists_exception".equals(answer.error().type());
  }

  private static PutIndexTemplateRequest template(DocumentKind kind) {
    String resource = kind.templateResource();
    InputStream json = TenantIndices.class.getResourceAsStream(resource);
    return PutIndexTemplateRequest.of(
        template ->
            template.withJson(Objects.requireNonNull(json, resource)).name(kind.template()));
  }

  /** A tenant of the shared index sees only its own documents, and its searches ask one shard. */
  private PutAliasRequest alias(String alias, String index, String tenant) {
    return PutAliasRequest.of(
        put -> {
          put.index(index).name(alias);
          return layout.isDedicated(tenant)
              ? put
              // Escaped: in a routing value a comma would separate two.
              : put.routing(TenantName.escape(tenant))
                  .filter(filter -> filter.term(term -> term.field("tenant").value(tenant)));
        });
  }

  private static CompletableFuture<Void> checked(
      ElasticsearchAsyncClient client, DocumentKind kind, String name) {
    return client
        .indices()
        .getMapping(ask -> ask.index(name))
        .thenAccept(mappings -> check(kind, name, mappings));
  }

  private static void check(DocumentKind kind, String name, GetMappingResponse mappings) {
    mappings.result().forEach((index, mapping) -> check(kind, name, index, layoutOf(mapping)));
  }

  private static int layoutOf(IndexMappingRecord mapping) {
    JsonData layout = mapping.mappings().meta().get("layout");
    return layout != null && layout.toJson() instanceof JsonNumber number ? number.intValue() : 0;
  }

  private static void check(DocumentKind kind, String name, String index, int found) {
    if (found == kind.layout()) {
      return;
    }
    String has = found == 0 ? "is not of Kilde's making" : "has mapping layout " + found;
    String remedy =
        found > kind.layout()
            ? "run the index job of the release that made it"
            : "remove the alias from that index; the job then makes a new index, and started with"
                + " kafka.start=earliest and a new kafka.group-id it fills it";
    throw new FatalAnswerException(
        "Behind "
            + name
            + " stands the index "
            + index
            + ", which "
            + has
            + "; this job writes layout "
            + kind.layout()
            + ".",
        remedy);
  }
}
