import type { Language } from '../../../../shared/localized-text.ts'

/** What the programme can answer. */
export type Intent = 'ride' | 'hotel' | 'tomorrow' | 'call'

/** A way to ask something: a word of each group has to be there. A word that ends in `*` is a beginning. */
export interface Asking {
  intent: Intent
  groups: readonly string[]
}

const ask = (intent: Intent, ...groups: string[]): Asking => ({ intent, groups })

/** All words are folded: no accents, no case. */
export const askings: Readonly<Record<Language, readonly Asking[]>> = {
  tr: [
    ask('ride', 'otobus otobusu otobusumuz otobusun servis servisimiz', 'kacta zaman saat saatte'),
    ask('hotel', 'otel otelimiz otelin otelimizin oteli', 'nerede neresi nerde adresi adres hangi hangisi'),
    ask('hotel', 'kaliyoruz kalacagiz kaliyorum kalacagim', 'nerede nerde hangi'),
    ask('tomorrow', 'yarin yarinki', 'kacta zaman saat program programi programimiz plan ne neler'),
    ask('call', 'kimi kime', 'aramaliyim arayabilirim arayayim arayalim aramaliyiz ulasabilirim ulasayim'),
  ],
  en: [
    ask('ride', 'bus coach shuttle', 'when time'),
    ask('hotel', 'hotel hotels', 'where address which'),
    ask('hotel', 'where', 'staying stay sleeping sleep'),
    ask('tomorrow', 'tomorrow tomorrows', 'time programme program plan schedule agenda what when'),
    ask('call', 'who whom', 'call contact phone ring'),
  ],
  es: [
    ask('ride', 'autobus autocar bus', 'hora cuando'),
    ask('hotel', 'hotel', 'donde direccion cual'),
    ask('hotel', 'donde', 'alojamos alojo dormimos'),
    ask('tomorrow', 'manana', 'hora programa plan que'),
    ask('call', 'quien', 'llamo llamar llamamos contactar contacto'),
  ],
  fr: [
    ask('ride', 'bus autocar navette', 'heure quand'),
    ask('hotel', 'hotel', 'ou adresse quel'),
    ask('hotel', 'ou', 'logeons dormons loge'),
    ask('tomorrow', 'demain', 'heure programme quoi que prevu'),
    ask('call', 'qui', 'appeler appelle appelons contacter joindre'),
  ],
}

/** Words that change nothing about what is asked. Any other word that is not known makes the bot silent: a person reads it. */
export const fillers: Readonly<Record<Language, string>> = {
  tr: `merhaba selam iyi gunler aksamlar gunaydin lutfen tesekkurler tesekkur ederim acaba bir sey soracaktim sorabilir
    miyim ve de da te ta mi mu var bizim bana bize icin saat kac kacta ne zaman hangi nerede kalkiyor kalkacak kalkar hareket
    ediyor edecek sabah gun bulusuyoruz basliyor basliyoruz basliyoruz yapiyoruz yapacagiz olarak gerekirse durumda acil
    kim su biliyor musunuz ogrenebilir adi gerekli lazim`,
  en: `hello hi hey good morning afternoon evening please thanks thank you excuse me sorry could can would tell know i
    do does did is are will the a an our my we us it s at of to for what when where which and shall should need in case
    emergency have meet leave leaves leaving depart departs start starts begin begins happening on be there name`,
  es: `hola en buenos buenas dias tardes noches por favor gracias disculpe perdone puede podria decirme saber quisiera me a que
    el la los las lo un una es esta son de del al y nuestro nuestra sale salimos salen parte partimos se encuentra queda
    nos hay tenemos quedamos empezamos empieza en caso emergencia urgencia debo puedo tengo cual donde cuando hora para`,
  fr: `bonjour bonsoir salut s il vous plait merci pardon excusez moi pouvez pourriez me dire savoir je j voudrais a le la
    les l un une est e sont de du des d notre nos part partons depart se trouve quelle quel quand ou que qu c ce on nous y
    fait commence commencons rendez vous rdv retrouve retrouvons en cas urgence dois puis peux pour t elle demain prevu
    logeons heure`,
}
