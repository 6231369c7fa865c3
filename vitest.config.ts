import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/bench/**', 'node_modules/**'],
    globalSetup: ['test/support/global-setup.ts'],
    pool: 'forks',
    // Whoever has read the code keeps it for the next file; what a test opens it closes.
    isolate: false,
    execArgv: ['--require', './src/light.cjs'],
    // One more than cores: stories wait for the bot and the database a seventh of their time.
    maxWorkers: 3,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
