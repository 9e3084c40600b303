internal import TrustEngine
internal import TrustRules

extension Metrics {
  /// All counts as Prometheus reads them.
  func text(_ state: EngineHolder.State, _ load: LoadCounter) -> String {
    let counts = all
    var page = PrometheusText()

    page.metric("trustscreen_requests_total", "counter", "Requests that were answered.")
    page.samples("trustscreen_requests_total", of: counts.requests) {
      ["route": $0.route, "method": $0.method, "status": String($0.status)]
    }
    page.metric(
      "trustscreen_request_seconds",
      "histogram",
      "From the head of a request to its answer."
    )
    for (route, histogram) in counts.latencies.sorted(by: { $0.key < $1.key }) {
      page.histogram("trustscreen_request_seconds", ("route", route), histogram)
    }
    page.metric("trustscreen_requests_open", "gauge", "Requests under way.")
    page.sample("trustscreen_requests_open", [:], load.openRequests)
    page.metric("trustscreen_connections_open", "gauge", "Open connections.")
    page.sample("trustscreen_connections_open", [:], load.openConnections)

    write(counts, to: &page)
    write(state, to: &page)
    return page.text
  }

  private func write(_ counts: Counts, to page: inout PrometheusText) {
    page.metric("trustscreen_items_total", "counter", "Posts that were screened, or failed to be.")
    page.sample("trustscreen_items_total", [:], counts.items)
    page.metric("trustscreen_item_errors_total", "counter", "Posts that could not be screened.")
    page.samples("trustscreen_item_errors_total", of: counts.itemErrors) { ["code": $0] }
    page.metric("trustscreen_partial_total", "counter", "What kept reports from being complete.")
    page.samples("trustscreen_partial_total", of: counts.partial) { ["notice": $0] }
    page.metric("trustscreen_flagged_total", "counter", "Posts with a finding that counts.")
    page.samples("trustscreen_flagged_total", of: counts.categories) { ["category": $0.name] }
    page.metric("trustscreen_findings_total", "counter", "Findings.")
    page.samples("trustscreen_findings_total", of: counts.rules) { ["rule": $0.description] }
    page.metric("trustscreen_decisions_total", "counter", "What was to be done with posts.")
    page.samples("trustscreen_decisions_total", of: counts.decisions) {
      ["policy": $0.policy, "tenant": $0.tenant, "action": $0.action.name]
    }
    page.metric(
      "trustscreen_shadow_decisions_total",
      "counter",
      "What policies on trial would have done, beside what was done."
    )
    page.samples("trustscreen_shadow_decisions_total", of: counts.shadows) {
      ["policy": $0.policy, "action": $0.action.name, "enforced": $0.enforced.name]
    }
    page.metric("trustscreen_audit_failures_total", "counter", "Decisions that no log has.")
    page.sample("trustscreen_audit_failures_total", [:], counts.auditFailures)
  }

  private func write(_ state: EngineHolder.State, to page: inout PrometheusText) {
    page.metric("trustscreen_engine_generation", "gauge", "How often rules were loaded.")
    page.sample("trustscreen_engine_generation", [:], state.generation)
    page.metric("trustscreen_reload_failures_total", "counter", "Reloads that were refused.")
    page.sample("trustscreen_reload_failures_total", [:], state.failedReloads)
    page.metric(
      "trustscreen_reload_failed",
      "gauge",
      "1 if the last reload was refused, and older rules are in force."
    )
    page.sample("trustscreen_reload_failed", [:], state.failure == nil ? 0 : 1)
  }
}
