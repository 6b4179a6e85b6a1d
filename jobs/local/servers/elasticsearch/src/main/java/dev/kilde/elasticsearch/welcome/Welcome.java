package dev.kilde.elasticsearch.welcome;

import java.util.List;
import org.elasticsearch.Build;
import org.elasticsearch.action.admin.cluster.state.ClusterStateResponse;
import org.elasticsearch.client.internal.node.NodeClient;
import org.elasticsearch.core.TimeValue;
import org.elasticsearch.rest.BaseRestHandler;
import org.elasticsearch.rest.RestRequest;
import org.elasticsearch.rest.RestResponse;
import org.elasticsearch.rest.RestStatus;
import org.elasticsearch.rest.action.RestBuilderListener;
import org.elasticsearch.xcontent.XContentBuilder;

/** {@code GET /} and {@code HEAD /}: who answers here, and which version. */
final class Welcome extends BaseRestHandler {

  private final String node;

  Welcome(String node) {
    this.node = node;
  }

  @Override
  public String getName() {
    return "welcome";
  }

  @Override
  public List<Route> routes() {
    return List.of(new Route(RestRequest.Method.GET, "/"), new Route(RestRequest.Method.HEAD, "/"));
  }

  @Override
  protected RestChannelConsumer prepareRequest(RestRequest request, NodeClient client) {
    return channel ->
        client
            .admin()
            .cluster()
            .prepareState(TimeValue.timeValueSeconds(5))
            .clear()
            .setMetadata(true)
            .execute(
                new RestBuilderListener<ClusterStateResponse>(channel) {
                  @Override
                  public RestResponse buildResponse(
                      ClusterStateResponse response, XContentBuilder json) throws Exception {
                    String uuid = response.getState().metadata().clusterUUID();
                    json.startObject()
                        .field("name", node)
                        .field("cluster_name", response.getClusterName().value())
                        .field("cluster_uuid", uuid)
                        .startObject("version")
                        .field("number", Build.current().version())
                        .field("build_flavor", Build.current().flavor())
                        .field("build_type", Build.current().type().displayName())
                        .field("build_hash", Build.current().hash())
                        .field("build_date", Build.current().date())
                        .field("build_snapshot", Build.current().isSnapshot())
                        .field(
                            "minimum_wire_compatibility_version",
                            Build.current().minWireCompatVersion())
                        .field(
                            "minimum_index_compatibility_version",
                            Build.current().minIndexCompatVersion())
                        .endObject()
                        .field("tagline", "You Know, for Search")
                        .endObject();
                    return new RestResponse(RestStatus.OK, json);
                  }
                });
  }
}
