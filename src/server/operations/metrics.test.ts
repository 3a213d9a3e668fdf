import { expect, test } from 'vitest'
import { makeMetrics } from '#server/operations/metrics.ts'

test('answers are counted by route and status, in buckets that add up', () => {
  const metrics = makeMetrics()
  for (const seconds of [0.004, 0.03, 12]) {
    metrics.begin()
    metrics.end({ method: 'GET', route: 'plan.get', status: 200, seconds })
  }
  metrics.begin()
  const text = metrics.render([{ name: 'xiaohao_jobs', help: 'Jobs.', values: [{ labels: { name: 'a"b\n' }, value: 7 }] }])
  const name = 'xiaohao_http_request_duration_seconds'
  const labels = 'method="GET",route="plan.get",status="200"'
  for (const line of [
    `# TYPE ${name} histogram`,
    `${name}_bucket{${labels},le="0.01"} 1`,
    `${name}_bucket{${labels},le="0.05"} 2`,
    `${name}_bucket{${labels},le="10"} 2`,
    `${name}_bucket{${labels},le="+Inf"} 3`,
    `${name}_count{${labels}} 3`,
    'xiaohao_http_requests_running 1',
    'xiaohao_jobs{name="a_b_"} 7',
  ])
    expect(text.split('\n')).toContain(line)
})
