import { expect, test } from 'vitest'
import { readMarkdown } from '../../src/platform/texts/markdown-file.ts'

const head = '---\nversion: 2027-01\ndate: 2027-01-15\nwhatIsNew: Backups: 14 days.\n---\n\n'

test('a text of a lawyer becomes what Telegram shows, whatever is written in it', () => {
  const { text, ...rest } = readMarkdown(
    'notice.md',
    `${head}# Notice\n\n{{controller}}\n**A & B:** x < y\n- one\n- two\n`,
  )
  expect(rest).toEqual({ version: '2027-01', date: '2027-01-15', whatIsNew: 'Backups: 14 days.' })
  expect(text).toBe('<b>Notice</b>\n\n{{controller}}\n<b>A &amp; B:</b> x &lt; y\n• one\n• two')
})

test('a head that lacks something is refused by name', () => {
  expect(() => readMarkdown('notice.md', 'Notice')).toThrow('notice.md has no head')
  expect(() => readMarkdown('notice.md', head.replace('version', 'edition'))).toThrow('lacks version')
  expect(() => readMarkdown('notice.md', head.replace('2027-01-15', '15.1.2027'))).toThrow('like 2026-12-31')
})
