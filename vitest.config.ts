import { defineConfig } from 'vitest/config'

const database = { globalSetup: ['./test/database/setup.ts'], testTimeout: 30_000, hookTimeout: 60_000 }

const whole = { testTimeout: 180_000, hookTimeout: 180_000 }

export default defineConfig({
  test: {
    maxWorkers: 2,
    reporters: ['default', './test/final-line.ts'],
    projects: [
      { test: { name: 'architecture', include: ['test/architecture/*.test.ts'] } },
      {
        test: {
          name: 'unit',
          include: ['src/**/*.test.ts', 'test/corpus/*.test.ts'],
          exclude: ['**/*.db.test.ts', '**/*.office.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'database',
          include: ['src/**/*.db.test.ts', 'test/{database,leakage,year}/*.test.ts'],
          ...database,
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: {
          name: 'whole',
          include: ['src/**/*.office.test.ts', 'test/{formats,e2e}/*.test.ts'],
          ...whole,
          sequence: { groupOrder: 2 },
        },
      },
      {
        test: {
          name: 'alone',
          include: ['test/{operations,reliability}/*.test.ts'],
          ...whole,
          fileParallelism: false,
          sequence: { groupOrder: 3 },
        },
      },
    ],
  },
})
