/** Upper bounds of the time of an answer, in seconds. */
const BOUNDS = [0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10]

/** A number that is asked for when somebody looks. */
export interface Gauge {
  readonly name: string
  readonly help: string
  readonly values: readonly { readonly labels?: Readonly<Record<string, string>>; readonly value: number }[]
}

/** Counts requests by route, never by person. */
export interface Metrics {
  readonly begin: () => void
  readonly end: (request: { readonly method: string; readonly route: string; readonly status: number; readonly seconds: number }) => void
  /** Everything in the text format of Prometheus. */
  readonly render: (gauges: readonly Gauge[]) => string
}

interface Series {
  readonly labels: Readonly<Record<string, string>>
  readonly buckets: number[]
  count: number
  sum: number
}

/** Starts counting. */
export function makeMetrics(): Metrics {
  const series = new Map<string, Series>()
  let running = 0
  return {
    begin: () => void (running += 1),
    end({ method, route, status, seconds }) {
      running -= 1
      const labels = { method, route, status: String(status) }
      const key = `${method} ${route} ${status}`
      const found = series.get(key) ?? { labels, buckets: BOUNDS.map(() => 0), count: 0, sum: 0 }
      series.set(key, found)
      for (const [index, bound] of BOUNDS.entries()) if (seconds <= bound) found.buckets[index] = (found.buckets[index] ?? 0) + 1
      found.count += 1
      found.sum += seconds
    },
    render: (gauges) => `${[...renderRequests([...series.values()], running), ...gauges.flatMap(renderGauge)].join('\n')}\n`,
  }
}

function renderRequests(all: readonly Series[], running: number): readonly string[] {
  const name = 'xiaohao_http_request_duration_seconds'
  const lines = all.flatMap(({ labels, buckets, count, sum }) => [
    ...BOUNDS.map((bound, index) => line(`${name}_bucket`, { ...labels, le: String(bound) }, buckets[index] ?? 0)),
    line(`${name}_bucket`, { ...labels, le: '+Inf' }, count),
    line(`${name}_sum`, labels, sum),
    line(`${name}_count`, labels, count),
  ])
  const now = { name: 'xiaohao_http_requests_running', help: 'Requests that are being answered.', values: [{ value: running }] }
  return [`# HELP ${name} Time of an answer by route and status.`, `# TYPE ${name} histogram`, ...lines, ...renderGauge(now)]
}

function renderGauge({ name, help, values }: Gauge): readonly string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, ...values.map(({ labels = {}, value }) => line(name, labels, value))]
}

function line(name: string, labels: Readonly<Record<string, string>>, value: number): string {
  const words = Object.entries(labels).map(([key, text]) => `${key}="${text.replaceAll(/["\\\n]/g, '_')}"`)
  return `${name}${words.length === 0 ? '' : `{${words.join(',')}}`} ${value}`
}
