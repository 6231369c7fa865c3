import type { Form, FormNode, Media } from '../form.ts'
import type { FormReport } from './form-issue.ts'

/** Which files a form promises; whoever knows what was sent along takes it back. */
export function reportFiles({ root, lists }: Form, report: FormReport): void {
  const choices = Object.values(lists).flat()
  const files = new Set(
    [...everyNode(root.children), ...choices].flatMap((one) => ('media' in one ? filesOf(one.media) : [])),
  )
  if (files.size > 0) report('W_MEDIA_MISSING', {}, [...files].slice(0, 3).join(', '), { count: files.size })
}

const everyNode = (nodes: readonly FormNode[]): FormNode[] =>
  nodes.flatMap((node) => ('children' in node ? [node, ...everyNode(node.children)] : [node]))

const filesOf = (media: Media | undefined): string[] =>
  Object.values(media ?? {}).flatMap((files) => Object.values(files))
