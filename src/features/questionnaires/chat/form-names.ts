import type { Language } from '../../../shared/localized-text.ts'
import { titleOf, type Activities } from '../../activities/index.ts'

/** What is listed: a form, for one of its activities or for none. */
interface Listed {
  questionnaireId: number
  activityId: number | null
}

/** What a form is called in a line, and on a narrow button, where what tells it from another comes first. */
export type Called = (
  title: string,
  of: Listed & { which?: string | undefined },
) => { title: string; label: string }

/** Names for the forms of a list, each by its own title, its activity's, and which one it is of several that are alike. */
export async function calling(
  activities: Pick<Activities, 'store'>,
  listed: readonly Listed[],
  language: Language,
): Promise<Called> {
  const ids = listed.map(({ activityId }) => activityId).filter((id) => id !== null)
  const known = await activities.store.byIds([...new Set(ids)])
  return (title, { questionnaireId, activityId, which }) => {
    const activity = activityId === null ? undefined : known.get(activityId)
    const trip = activity ? [titleOf(activity, language)] : []
    const detail = which === undefined ? [] : [which]
    const alike = listed.filter((one) => one.questionnaireId === questionnaireId)
    const isOfSeveral = new Set(alike.map((one) => one.activityId)).size > 1
    return {
      title: [title, ...trip, ...detail].join(' · '),
      label: [...detail, ...(isOfSeveral ? [...trip, title] : [title, ...trip])].join(' · '),
    }
  }
}
