import type { Choice } from '../form.ts'
import type { Expression } from './expression.ts'
import type { Value } from './values.ts'

/** One instance of a node; what does not repeat has the instance 0. */
export interface Place {
  readonly path: string
  readonly instance: number
}

/** Everything that an expression can look at. */
export interface World {
  readonly now: Temporal.ZonedDateTime
  /** When the response was begun: what is worked out once is worked out then. */
  readonly startedAt: Temporal.ZonedDateTime
  /** Words for months and days. */
  readonly languageTag: string
  /** Blank for what is not relevant. */
  text(place: Place): string
  isRelevant(place: Place): boolean
  /** What a path means, seen from a place: the same instance if that place is in it, else all of them. */
  places(path: string, within: string, from: Place): readonly Place[]
  /** The instance of a path inside a repeat, if there is one. */
  placeAt(path: string, instance: number): Place | undefined
  isRepeat(path: string): boolean
  /** How often the repeat around a path is there; 1 outside of repeats. */
  countAround(path: string): number
  /** What was worked out earlier and is kept. */
  kept(place: Place): string
  choices(list: string): readonly Choice[]
  listOf(path: string): string | undefined
  label(choice: Choice, place: Place): string
  /** Whether one more candidate in brackets may be looked at; brackets within brackets multiply, and nobody waits for millions. */
  mayLook(): boolean
  /** From 0 to 1, the same at each look for the same place and turn. */
  random(place: Place, turn: number): number
}

/** From where an expression looks at the world. */
export interface View {
  readonly world: World
  /** What the expression belongs to. */
  readonly owner: Place
  /** In brackets: the node that is being looked at. */
  readonly candidate?: Place
  /** In a filter: the choice that is being looked at. */
  readonly choice?: Choice
  /** In brackets: the how manieth of how many. */
  readonly position?: number
  readonly size?: number
  /** Inside `once()` the clock shows when the response was begun. */
  readonly isOnce?: boolean
  /** How many random numbers it has had so far. */
  readonly turns: { taken: number }
}

export type Evaluate = (expression: Expression, view: View) => Value

/** A function of the language: its values come unevaluated, because `if` looks at two of three only. */
export type Implementation = (values: readonly Expression[], view: View, evaluate: Evaluate) => Value

export const zoneOf = (view: View): string => view.world.now.timeZoneId

/** The node that `.` means. */
export const selfOf = (view: View): Place => view.candidate ?? view.owner
