import type { Session } from './session/session.ts'

/**
 * The choices that stand alone: whose column `exclusive` says yes, or which the constraint takes alone and refuses beside
 * another, e.g. `not(selected(., 'none') and count-selected(.) > 1)`.
 */
export function exclusiveChoices(session: Session, path: string): ReadonlySet<string> {
  const choices = session.choices(path)
  const node = session.node(path)
  const isBound = node.kind === 'question' && node.constraint !== undefined
  const names = choices.map(({ name }) => name)
  const isRefused = (...chosen: string[]) => session.judge(path, inOrder(names, chosen)) !== undefined
  return new Set(
    choices
      .filter(({ name, columns }) => {
        if (isYes(columns['exclusive'])) return true
        const others = names.filter((other) => other !== name)
        const beside = [others.at(0), others.at(-1)].filter((other) => other !== undefined)
        return (
          isBound && beside.length > 0 && !isRefused(name) && beside.every((other) => isRefused(name, other))
        )
      })
      .map(({ name }) => name),
  )
}

const inOrder = (names: readonly string[], chosen: readonly string[]): string =>
  names.filter((name) => chosen.includes(name)).join(' ')

const isYes = (cell: string | undefined): boolean =>
  /^(yes|true|1|evet|sí|si|oui|x)$/i.test(cell?.trim() ?? '')
