import type { Cluster } from './cluster.ts'

/** A company that somebody stands for. */
export interface Firm {
  id: number
  name: string
  /** ISO 3166-1 alpha-2. */
  country: string
  city: string | null
  cluster: Cluster | null
  taxNumber: string | null
}

/** What is known of a firm before it is one. */
export type NewFirm = Omit<Firm, 'id'> & Partial<FirmDetails>

/** What only the firm list says. */
export interface FirmDetails {
  registerNumber: string | null
  nace: string | null
  employees: number | null
  contactName: string | null
  contactPhone: string | null
  contactEmail: string | null
}

/** `requested`: may apply for the firm, sees nothing of it, until somebody of the firm or a coordinator says yes. */
export type MembershipState = 'requested' | 'member' | 'refused' | 'left'

export interface Membership {
  firm: Firm
  state: MembershipState
}

/** A known firm that a new one is, by its tax number, or may be, by its name. */
export interface LikeFirm {
  firmId: number
  because: 'tax' | 'name'
}
