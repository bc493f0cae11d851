/** The app's own metrics in Prometheus' text format, under the names that Micrometer-less HTTP services and HikariCP commonly use. */
export class AppMetrics {
  private readonly byStatus = new Map<number, number>();
  private readonly buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
  private readonly counts = this.buckets.map(() => 0);
  private sumSeconds = 0;
  private count = 0;
  active = 0;

  observe(status: number, seconds: number): void {
    this.byStatus.set(status, (this.byStatus.get(status) ?? 0) + 1);
    this.count += 1;
    this.sumSeconds += seconds;
    this.buckets.forEach((limit, index) => {
      if (seconds <= limit) this.counts[index] = (this.counts[index] ?? 0) + 1;
    });
  }

  /** https://prometheus.io/docs/instrumenting/exposition_formats/ */
  text(poolSize: number): string {
    const lines = ['# TYPE http_requests_total counter'];
    for (const [status, count] of this.byStatus) lines.push(`http_requests_total{status="${status}"} ${count}`);
    lines.push('# TYPE http_request_duration_seconds histogram');
    this.buckets.forEach((limit, index) => {
      lines.push(`http_request_duration_seconds_bucket{le="${limit}"} ${this.counts[index]}`);
    });
    lines.push(`http_request_duration_seconds_bucket{le="+Inf"} ${this.count}`);
    lines.push(`http_request_duration_seconds_sum ${this.sumSeconds}`);
    lines.push(`http_request_duration_seconds_count ${this.count}`);
    lines.push('# TYPE hikaricp_connections_active gauge');
    lines.push(`hikaricp_connections_active{pool="main"} ${Math.min(this.active, poolSize)}`);
    lines.push('# TYPE hikaricp_connections_max gauge');
    lines.push(`hikaricp_connections_max{pool="main"} ${poolSize}`);
    return `${lines.join('\n')}\n`;
  }
}
