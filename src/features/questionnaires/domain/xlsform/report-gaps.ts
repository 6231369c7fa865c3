import type { Form, FormNode, FormText, Media } from '../form.ts'
import type { FormReport } from './form-issue.ts'

/** What a form promises and does not have: translations, counted per language, and files that came with nobody. */
export function reportGaps({ root, lists, languages, titles }: Form, report: FormReport): void {
  const nodes = everyNode(root.children)
  const choices = Object.values(lists).flat()
  const texts = [...nodes.flatMap(textsOf), ...choices.map(({ label }) => label), ...(titles ? [titles] : [])]
  for (const { name } of languages) {
    const count = texts.filter(
      (text) => !(name in text) && languages.some((other) => other.name in text),
    ).length
    if (count > 0) report('W_TRANSLATION_MISSING', {}, name, { count })
  }
  const files = new Set([...nodes, ...choices].flatMap((one) => ('media' in one ? filesOf(one.media) : [])))
  if (files.size > 0) report('W_MEDIA_MISSING', {}, [...files].slice(0, 3).join(', '), { count: files.size })
}

const everyNode = (nodes: readonly FormNode[]): FormNode[] =>
  nodes.flatMap((node) => ('children' in node ? [node, ...everyNode(node.children)] : [node]))

function textsOf(node: FormNode): FormText[] {
  if (node.kind === 'calculation') return []
  if (node.kind !== 'question') return node.label ? [node.label] : []
  const { label, hint, guidance, requiredMessage, constraintMessage } = node
  return [label, hint, guidance, requiredMessage, constraintMessage].filter((text) => text !== undefined)
}

const filesOf = (media: Media | undefined): string[] =>
  Object.values(media ?? {}).flatMap((files) => Object.values(files))
