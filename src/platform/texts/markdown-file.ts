/** A text of its own file, that somebody edits who is no programmer: what stands in its head, and its words. */
export type MarkdownFile = Readonly<Record<'version' | 'date' | 'whatIsNew' | 'text', string>>

/**
 * Reads a text written as Markdown into what Telegram shows: lines stay lines, `# A heading` and `**bold**` become bold, `- ` a
 * point of a list. The head between two lines of `---` has `name: value`, one a line.
 */
export function readMarkdown(file: string, written: string): MarkdownFile {
  const [, head, body] = /^---\n(.*?)\n---\n+(.*)$/s.exec(written.replaceAll('\r\n', '\n')) ?? []
  if (head === undefined || body === undefined)
    throw new Error(`${file} has no head between two lines of ---`)
  const lines = head.split('\n').map((line) => /^(\w+):\s*(.*)$/.exec(line.trim()))
  const values = new Map(lines.map((found) => [found?.[1], found?.[2]?.trim()]))
  const of = (name: string): string => {
    const value = values.get(name)
    if (!value) throw new Error(`the head of ${file} lacks ${name}`)
    return value
  }
  if (!/^\d{4}-\d{2}-\d{2}$/.test(of('date')))
    throw new Error(`the date in the head of ${file} is not like 2026-12-31`)
  return { version: of('version'), date: of('date'), whatIsNew: of('whatIsNew'), text: asHtml(body.trim()) }
}

const asHtml = (body: string): string =>
  body
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/^#+ +(.*)$/gm, '<b>$1</b>')
    .replace(/^- +/gm, '• ')
    .replace(/\*\*(.+?)\*\*/g, '<b>$1</b>')
