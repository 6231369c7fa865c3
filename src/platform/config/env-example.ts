import { notesOf, variables } from './variables.ts'

/** The text of `.env.example`: every variable with its meaning, what applies without it, and an example. */
export function envExample(): string {
  const blocks = Object.entries(variables.shape).map(([name, schema]) => {
    const { meaning = '', without = '', example = '' } = notesOf(schema) ?? {}
    return [
      ...meaning.split('\n').map((line) => `# ${line}`),
      `# Without it: ${without}.`,
      `#${name}=${example}`,
    ].join('\n')
  })
  return `${head}\n\n${blocks.join('\n\n')}\n`
}

const head = [
  '# Copy this file to .env and take the # away in front of what you set. Everything is optional.',
  '# It is made from src/platform/config/variables.ts by: node src/start.cjs env-example',
].join('\n')
