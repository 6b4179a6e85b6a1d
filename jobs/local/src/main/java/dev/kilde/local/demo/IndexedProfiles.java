package dev.kilde.local.demo;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.json.jackson.JacksonJsonpMapper;
import co.elastic.clients.transport.rest_client.RestClientTransport;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.http.HttpHost;
import org.elasticsearch.client.RestClient;

/** The profile documents in Elasticsearch, as a marketer of any tenant would find them. */
public final class IndexedProfiles implements AutoCloseable {

  private static final String EVERY_TENANT = "profiles-*";
  private static final int PAGE = 1_000;

  private final RestClientTransport transport;
  private final ElasticsearchClient elasticsearch;

  /** At this URL. */
  public IndexedProfiles(String url) {
    transport =
        new RestClientTransport(
            RestClient.builder(HttpHost.create(url)).build(), new JacksonJsonpMapper());
    elasticsearch = new ElasticsearchClient(transport);
  }

  /** How many there are; 0 while no index is there. */
  public long count() throws IOException {
    try {
      return elasticsearch.count(count -> count.index(EVERY_TENANT)).count();
    } catch (ElasticsearchException notYet) {
      return 0;
    }
  }

  /** Every document by {@code tenant/profileId}, as it stands. */
  public Map<String, JsonNode> all() throws IOException {
    elasticsearch.indices().refresh(refresh -> refresh.index(EVERY_TENANT));
    Map<String, JsonNode> documents = new TreeMap<>();
    List<FieldValue> after = List.of();
    while (true) {
      List<FieldValue> from = after;
      SearchResponse<JsonNode> page =
          elasticsearch.search(
              search -> {
                search
                    .index(EVERY_TENANT)
                    .size(PAGE)
                    .sort(sort -> sort.field(f -> f.field("tenant").order(SortOrder.Asc)))
                    .sort(sort -> sort.field(f -> f.field("profileId").order(SortOrder.Asc)));
                return from.isEmpty() ? search : search.searchAfter(from);
              },
              JsonNode.class);
      List<Hit<JsonNode>> hits = page.hits().hits();
      for (Hit<JsonNode> hit : hits) {
        JsonNode document = hit.source();
        if (document != null) {
          documents.put(
              document.get("tenant").asText() + "/" + document.get("profileId").asText(), document);
        }
      }
      if (hits.size() < PAGE) {
        return documents;
      }
      after = hits.get(hits.size() - 1).sort();
    }
  }

  /** The revision of every document, by {@code tenant/profileId}. */
  public Map<String, Long> revisions() throws IOException {
    Map<String, Long> revisions = new TreeMap<>();
    all().forEach((key, document) -> revisions.put(key, document.get("revision").asLong()));
    return revisions;
  }

  @Override
  public void close() throws IOException {
    transport.close();
  }
}
