import { writeFileSync } from 'node:fs'
import type { Reporter, TestModule } from 'vitest/node'

/** Prints `N passed, N failed` as the very last line; where XIAOHAO_COUNTS names a file, writes the numbers there instead (for `scripts/test.mjs`). */
export default class FinalLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const counts = { passed: 0, failed: errors.length, skipped: 0 }
    for (const module of modules) {
      counts.failed += module.errors().length
      // a hook that fails marks its tests as skipped
      for (const suite of module.children.allSuites()) counts.failed += suite.errors().length
      for (const test of module.children.allTests()) {
        const { state } = test.result()
        if (state !== 'pending') counts[state] += 1
      }
    }
    const file = process.env['XIAOHAO_COUNTS']
    if (file) writeFileSync(file, JSON.stringify(counts))
    else process.once('exit', () => console.log(`${counts.passed} passed, ${counts.failed} failed`))
  }
}
