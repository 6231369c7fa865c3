import { typedChoice } from '../../../../bot/drafts/typed-words.ts'
import type { Chat } from '../../../../bot/context.ts'
import { draftErrors } from '../../../../shared/own-draft.ts'
import type { Activities } from '../../../activities/index.ts'
import { reachOf, type People, type Reach } from '../../../people/index.ts'
import type { AudienceLook } from '../../data/audience-numbers.ts'
import { everybodyOf, type Audience } from '../../domain/audience.ts'
import type { ComposedDraft, OpenChoice } from '../../domain/composing/draft.ts'
import { composingErrors } from '../../domain/composing/errors.ts'
import type { Addressed } from '../../actions/composing/fill-broadcast.ts'
import type { AudienceStep } from '../composing/audience-step.ts'
import { audienceCard, conditionCard, optionsPerPage } from './audience-card.ts'
import type { choosingActivity } from './choosing-activity.ts'
import type { AudienceScene } from './condition.ts'
import { conditionNames, isConditionName, type ConditionName, type Conditions } from './conditions/index.ts'
import type { quickWays } from './quick-ways.ts'
import type { SayAudience } from './saying-audience.ts'

export interface ChoosingAudienceNeeds {
  people: Pick<People, 'roles'>
  activities: Pick<Activities, 'store'>
  conditions: Conditions
  chooseActivity: ReturnType<typeof choosingActivity>
  quick: ReturnType<typeof quickWays>
  look: Pick<AudienceLook, 'count'>
  say: SayAudience
}

/** Whom a broadcast is for: the commonest at one tap, everything else by ticks, the numbers always in view. */
export function choosingAudience(needs: ChoosingAudienceNeeds): AudienceStep {
  const { people, activities, conditions, chooseActivity, quick, look, say } = needs

  const reachAt = async ({ viewer: { personId } }: Chat): Promise<Reach> =>
    reachOf(personId === null ? [] : await people.roles.of(personId), 'announce')

  async function sceneOf(chat: Chat, audience: Audience): Promise<AudienceScene> {
    const { activityId } = audience
    const activity = activityId === null ? undefined : await activities.store.read(activityId)
    return { words: chat.words, audience, activity, reach: await reachAt(chat) }
  }

  const optionsOf = (scene: AudienceScene, at: ConditionName, { page = 0, search, path = [] }: OpenChoice) =>
    conditions[at].options(scene, {
      ...{ path, offset: page * optionsPerPage, limit: optionsPerPage },
      ...(search === undefined ? {} : { search }),
    })

  /** Nothing has been chosen but whose people it is for. */
  const isUntouched = (audience: Audience): boolean =>
    audience.states.join() === everybodyOf(audience.activityId).states.join() &&
    conditionNames.every((name) => name === 'states' || !conditions[name].isSet(audience))

  const step: AudienceStep = {
    describe: ({ words }, audience) => say.describe(words, audience),

    async prompt(chat, draft) {
      const { open } = draft.notes
      if (isWhoseOpen(draft)) return chooseActivity(chat.words, await reachAt(chat), open ?? {})
      const scene = await sceneOf(chat, draft.audience)
      const stands = {
        ...{ scene, said: await say.conditionsOf(scene) },
        numbers: await look.count(draft.audience),
      }
      if (!open || !isConditionName(open.at))
        return audienceCard(stands, {
          conditions,
          quick: isUntouched(draft.audience) ? await quick.choices(scene) : [],
        })
      const { page = 0, search } = open
      const options = await optionsOf(scene, open.at, open)
      return conditionCard(stands, { at: open.at, page, search, options })
    },

    async answer(chat, draft, raw) {
      if (raw.kind === 'choice') return take(chat, draft, raw.value)
      const { choices } = await step.prompt(chat, draft)
      const chosen = typedChoice(choices, raw.text)
      return chosen ? take(chat, draft, chosen.value) : search(chat, draft, raw.text)
    },
  }
  return step

  async function take(chat: Chat, draft: ComposedDraft, value: string): Promise<Addressed> {
    const { audience, notes } = draft
    const goesOn = (changed: Audience, open?: OpenChoice): Addressed => ({ audience: changed, open })
    const open = notes.open ?? { at: 'menu' }
    if (/^a\d+$/.test(value)) return goesOn(everybodyOf(Number(value.slice(1))))
    if (value === 'house') return { audience: everybodyOf(null), isWholeHouse: true }
    if (value === 'activities') return goesOn(audience, { at: 'activities' })
    if (value === 'menu') return goesOn(audience)
    if (value === 'all') return goesOn(audience, { at: open.at })
    if (/^p\d{1,4}$/.test(value)) return goesOn(audience, { ...open, page: Number(value.slice(1)) })
    if (isWhoseOpen(draft)) throw draftErrors.answered()
    if (value === 'done') return done(audience)
    const scene = await sceneOf(chat, audience)
    if (value.startsWith('quick.')) {
      const meant = await quick.audienceOf(scene, value)
      if (!meant) throw draftErrors.answered()
      return done(meant)
    }
    if (/^[+-]/.test(value)) return goesOn(await ticked(scene, value), notes.open)
    return goesOn(audience, opened(value, open))
  }

  async function done(audience: Audience): Promise<Addressed> {
    if ((await look.count(audience)).people === 0) throw composingErrors.nobody()
    return { audience, isChosen: true }
  }

  async function ticked(scene: AudienceScene, value: string): Promise<Audience> {
    const [, sign, name = '', key = ''] = /^([+-])(\w+)\.(.+)$/.exec(value) ?? []
    const changed = isConditionName(name) ? await conditions[name].put(scene, key, sign === '+') : undefined
    if (!changed) throw draftErrors.answered()
    return changed
  }

  /** What was typed is looked for in the list that is open; where none is, among the people. */
  async function search(chat: Chat, draft: ComposedDraft, text: string): Promise<Addressed> {
    const { audience, notes } = draft
    const isWhose = isWhoseOpen(draft)
    const typed = text.trim().slice(0, 60)
    const open = {
      ...(isWhose ? { at: 'activities' } : { at: 'persons', ...notes.open }),
      ...{ search: typed, page: 0 },
    }
    const scene = await sceneOf(chat, audience)
    const { total } =
      !isWhose && isConditionName(open.at)
        ? await optionsOf(scene, open.at, open)
        : await chooseActivity(chat.words, scene.reach, open)
    if (total === 0) throw composingErrors.notFound(typed)
    return { audience, open }
  }
}

/** Whose people it is for is still to be said, or is being changed. */
const isWhoseOpen = ({ audience, notes }: ComposedDraft): boolean =>
  notes.open?.at === 'activities' ||
  (audience.activityId === null && !notes.isWholeHouse && !notes.isAudienceChosen)

/** A condition, or what there is within something of its list. */
function opened(value: string, open: OpenChoice): OpenChoice {
  const [, name = ''] = /^c\.(\w+)$/.exec(value) ?? []
  if (isConditionName(name)) return { at: name }
  const [, at = '', key = ''] = /^>(\w+)\.(.+)$/.exec(value) ?? []
  if (!isConditionName(at) || at !== open.at) throw draftErrors.answered()
  return { at, path: [...(open.path ?? []), key] }
}
