import { defineConfig } from 'vitest/config'

const database = { globalSetup: ['./test/database/setup.ts'], testTimeout: 30_000, hookTimeout: 60_000 }

export default defineConfig({
  test: {
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
          include: ['src/**/*.office.test.ts', 'test/{formats,operations,reliability,e2e}/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          fileParallelism: false,
          sequence: { groupOrder: 2 },
        },
      },
    ],
  },
})
