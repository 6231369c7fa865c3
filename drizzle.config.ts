import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'postgresql',
  schema: ['./src/bot/data/{tables,pace-tables}.ts', './src/features/*/data/**/*tables.ts'],
  out: './drizzle',
})
