import type { Person } from '../person.ts'

/** Everybody there is: whoever runs something first, then the representatives by how their application stands. */
export const roles = [
  ...['owner', 'coordinator', 'partner', 'elsewhere', 'staff'],
  ...['approved', 'travelling', 'waiting', 'applicant', 'sent back', 'rejected', 'drafting', 'blocked'],
  ...['stranger', 'colleague'],
] as const
export type Role = (typeof roles)[number]

/** What stands at the end of everybody's surname, and what of their position; nobody types it, no text has it. */
export const mark = 'oqz'
export const names: Record<Role, string> = {
  ...{ owner: 'Oya', coordinator: 'Zeynep', partner: 'Pau', elsewhere: 'Lea', staff: 'Sam' },
  ...{ approved: 'Berk', travelling: 'Damla', waiting: 'Kemal', applicant: 'Ayse', 'sent back': 'Enes' },
  ...{ rejected: 'Rana', drafting: 'Dara', blocked: 'Bora', stranger: 'Nur', colleague: 'Yusuf' },
}

export interface Player {
  role: Role
  person: Person
}

/** The first day of the example delegation. */
export const firstDay = '2026-12-08'

export type Who = Record<Role, Person>
