import type { Language } from '../../src/shared/localized-text.ts'

/** The words on the buttons that an applicant meets, as they stand on the phone. */
export interface Phrases {
  apply: string
  read: string
  newFirm: string
  turkey: string
  rail: string
  skip: string
  back: string
  pause: string
  resume: string
  english: string
  done: string
  no: string
  submit: string
  withdraw: string
  withdrawYes: string
}

export const phrases: Record<Language, Phrases> = {
  tr: {
    apply: 'Başvur',
    read: 'Okudum',
    newFirm: 'Yeni firma',
    turkey: 'Türkiye',
    rail: 'Raylı sistemler',
    skip: 'Atla',
    back: '‹ Geri',
    pause: 'Ara ver',
    resume: 'Başvuruya devam et',
    english: 'İngilizce',
    done: 'Tamam (',
    no: 'Hayır',
    submit: 'Başvuruyu gönder',
    withdraw: 'Başvuruyu geri çek',
    withdrawYes: 'Evet, geri çekiyorum',
  },
  en: {
    apply: '✍️ Apply',
    read: 'I have read it',
    newFirm: 'New firm',
    turkey: 'Türkiye',
    rail: 'Rail systems',
    skip: 'Skip',
    back: '‹ Back',
    pause: 'Pause',
    resume: 'Continue the application',
    english: 'English',
    done: 'Done (',
    no: 'No',
    submit: 'Submit the application',
    withdraw: 'Withdraw the application',
    withdrawYes: 'Yes, withdraw it',
  },
  es: {
    apply: 'Solicitar plaza',
    read: 'He leído la información',
    newFirm: 'Empresa nueva',
    turkey: 'Turquía',
    rail: 'Sistemas ferroviarios',
    skip: 'Omitir',
    back: '‹ Atrás',
    pause: 'Pausar',
    resume: 'Continuar la solicitud',
    english: 'Inglés',
    done: 'Listo (',
    no: 'No',
    submit: 'Enviar la solicitud',
    withdraw: 'Retirar la solicitud',
    withdrawYes: 'Sí, la retiro',
  },
  fr: {
    apply: 'Présenter ma candidature',
    read: 'J’ai lu la notice',
    newFirm: 'Nouvelle entreprise',
    turkey: 'Turquie',
    rail: 'Systèmes ferroviaires',
    skip: 'Passer',
    back: '‹ Retour',
    pause: 'Pause',
    resume: 'Reprendre la candidature',
    english: 'Anglais',
    done: 'Terminé (',
    no: 'Non',
    submit: 'Envoyer la candidature',
    withdraw: 'Retirer la candidature',
    withdrawYes: 'Oui, je la retire',
  },
}
