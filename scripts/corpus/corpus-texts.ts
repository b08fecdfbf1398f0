// What stands on the made-up screenshots, in six languages. Invented in the manner of such pages, not copied from them.

/** `<d>` stands for a date. Where there are several, the pictures take turns. */
export type CorpusTexts = {
  readonly nav: readonly [settings: string, general: string, account: string, billing: string];
  readonly renews: readonly string[];
  readonly ends: readonly string[];
  readonly storeRenews: { readonly apple: readonly string[]; readonly google: readonly string[] };
  readonly storeEnds: { readonly apple: readonly string[]; readonly google: readonly string[] };
  readonly subscriptions: string;
  readonly manage: string;
  readonly cancelPlan: string;
  readonly renewPlan: string;
  readonly anytime: string;
  readonly signedInAs: string;
  readonly method: string;
  readonly invoice: string;
  readonly phone: string;
  readonly deleted: readonly string[];
  readonly article: readonly string[];
};

export const TEXTS: Readonly<Record<string, CorpusTexts>> = {
  en: {
    nav: ['Settings', 'General', 'Account', 'Billing'],
    renews: ['Your plan renews on <d>.', 'Your plan auto-renews on <d>', 'Next payment: <d>'],
    ends: [
      'Your plan was canceled and ends on <d>.',
      'Your plan has been cancelled. You keep Plus until <d>.',
      'Your plan will not renew. Access ends on <d>.',
      'Your plan will be canceled on <d>',
    ],
    storeRenews: { apple: ['Renews <d>', 'Renews on <d>'], google: ['Next payment: <d>', 'Renews on <d>'] },
    storeEnds: {
      apple: ['Expires on <d>', 'Canceled. Expires <d>'],
      google: ['Canceled. Expires on <d>', 'Your subscription expires on <d>'],
    },
    subscriptions: 'Subscriptions',
    manage: 'Manage',
    cancelPlan: 'Cancel plan',
    renewPlan: 'Renew plan',
    anytime: 'You can cancel at any time. If you cancel, your plan ends with the period you paid for.',
    signedInAs: 'Signed in as',
    method: 'Payment method',
    invoice: 'Invoice',
    phone: 'Phone number',
    deleted: ['Your account has been deleted', 'Your account will be permanently deleted within 30 days.'],
    article: [
      'City library opens late',
      'The concert on December 3 was cancelled because of snow.',
      'Membership cards expire on <d> and can be renewed at the desk.',
    ],
  },
  fr: {
    nav: ['Paramètres', 'Général', 'Compte', 'Facturation'],
    renews: [
      'Votre forfait se renouvelle le <d>.',
      'Votre forfait sera renouvelé automatiquement le <d>',
      'Prochain paiement : <d>',
    ],
    ends: [
      'Votre forfait a été résilié et prend fin le <d>.',
      'Votre abonnement est annulé. Vous gardez Plus jusqu’au <d>.',
      'Votre forfait ne sera pas renouvelé. Il se termine le <d>.',
      'Votre forfait sera résilié le <d>',
    ],
    storeRenews: {
      apple: ['Renouvellement le <d>', 'Se renouvelle le <d>'],
      google: ['Prochain paiement : <d>', 'Se renouvelle le <d>'],
    },
    storeEnds: {
      apple: ['Expire le <d>', 'Annulé. Expire le <d>'],
      google: ['Abonnement résilié. Expire le <d>', 'Votre abonnement expire le <d>'],
    },
    subscriptions: 'Abonnements',
    manage: 'Gérer',
    cancelPlan: 'Résilier le forfait',
    renewPlan: 'Renouveler le forfait',
    anytime: 'Vous pouvez résilier à tout moment. Si vous résiliez, votre forfait prend fin avec la période payée.',
    signedInAs: 'Connecté en tant que',
    method: 'Moyen de paiement',
    invoice: 'Facture',
    phone: 'Numéro de téléphone',
    deleted: ['Votre compte a été supprimé', 'Votre compte sera définitivement supprimé sous 30 jours.'],
    article: [
      'La bibliothèque ouvre plus tard',
      'Le concert du 3 décembre a été annulé à cause de la neige.',
      'Les cartes de membre expirent le <d> et se renouvellent à l’accueil.',
    ],
  },
  de: {
    nav: ['Einstellungen', 'Allgemein', 'Konto', 'Abrechnung'],
    renews: ['Dein Abo verlängert sich am <d>.', 'Dein Abo wird am <d> automatisch verlängert', 'Nächste Zahlung: <d>'],
    ends: [
      'Dein Abo wurde gekündigt und endet am <d>.',
      'Dein Abo ist gekündigt. Du behältst Plus bis <d>.',
      'Dein Abo wird nicht verlängert. Es läuft am <d> ab.',
      'Dein Abo wird am <d> gekündigt',
    ],
    storeRenews: {
      apple: ['Verlängert sich am <d>', 'Verlängerung am <d>'],
      google: ['Nächste Zahlung: <d>', 'Verlängert sich am <d>'],
    },
    storeEnds: {
      apple: ['Läuft am <d> ab', 'Gekündigt. Läuft ab am <d>'],
      google: ['Gekündigt. Läuft am <d> ab', 'Dein Abo läuft am <d> ab'],
    },
    subscriptions: 'Abonnements',
    manage: 'Verwalten',
    cancelPlan: 'Abo kündigen',
    renewPlan: 'Abo verlängern',
    anytime: 'Du kannst jederzeit kündigen. Wenn du kündigst, endet dein Abo mit dem bezahlten Zeitraum.',
    signedInAs: 'Angemeldet als',
    method: 'Zahlungsmethode',
    invoice: 'Rechnung',
    phone: 'Telefonnummer',
    deleted: ['Dein Konto wurde gelöscht', 'Dein Konto wird innerhalb von 30 Tagen endgültig gelöscht.'],
    article: [
      'Stadtbücherei öffnet später',
      'Das Konzert am 3. Dezember wurde wegen Schnee abgesagt.',
      'Ausweise laufen am <d> ab und werden am Tresen verlängert.',
    ],
  },
  es: {
    nav: ['Configuración', 'General', 'Cuenta', 'Facturación'],
    renews: ['Tu plan se renueva el <d>.', 'Tu plan se renovará automáticamente el <d>', 'Próximo pago: <d>'],
    ends: [
      'Tu plan se canceló y finaliza el <d>.',
      'Tu plan ha sido cancelado. Conservas Plus hasta el <d>.',
      'Tu plan no se renovará. Termina el <d>.',
      'Tu plan se cancelará el <d>',
    ],
    storeRenews: {
      apple: ['Se renueva el <d>', 'Renovación: <d>'],
      google: ['Próximo pago: <d>', 'Se renueva el <d>'],
    },
    storeEnds: {
      apple: ['Caduca el <d>', 'Cancelada. Vence el <d>'],
      google: ['Cancelada. Caduca el <d>', 'Tu suscripción vence el <d>'],
    },
    subscriptions: 'Suscripciones',
    manage: 'Gestionar',
    cancelPlan: 'Cancelar plan',
    renewPlan: 'Renovar plan',
    anytime: 'Puedes cancelar cuando quieras. Si cancelas, tu plan termina con el periodo pagado.',
    signedInAs: 'Sesión iniciada como',
    method: 'Método de pago',
    invoice: 'Factura',
    phone: 'Número de teléfono',
    deleted: ['Tu cuenta ha sido eliminada', 'Tu cuenta se eliminará definitivamente en 30 días.'],
    article: [
      'La biblioteca abre más tarde',
      'El concierto del 3 de diciembre fue cancelado por la nieve.',
      'Los carnés caducan el <d> y se renuevan en el mostrador.',
    ],
  },
  'pt-BR': {
    nav: ['Configurações', 'Geral', 'Conta', 'Faturamento'],
    renews: [
      'Seu plano é renovado em <d>.',
      'Seu plano será renovado automaticamente em <d>',
      'Próximo pagamento: <d>',
    ],
    ends: [
      'Seu plano foi cancelado e termina em <d>.',
      'Sua assinatura está cancelada. Você mantém o Plus até <d>.',
      'Seu plano não será renovado. O acesso termina em <d>.',
      'Seu plano será cancelado em <d>',
    ],
    storeRenews: {
      apple: ['Renova em <d>', 'Será renovada em <d>'],
      google: ['Próximo pagamento: <d>', 'Renova em <d>'],
    },
    storeEnds: {
      apple: ['Expira em <d>', 'Cancelada. Expira em <d>'],
      google: ['Cancelada. Expira em <d>', 'Sua assinatura expira em <d>'],
    },
    subscriptions: 'Assinaturas',
    manage: 'Gerenciar',
    cancelPlan: 'Cancelar plano',
    renewPlan: 'Renovar plano',
    anytime: 'Você pode cancelar quando quiser. Se cancelar, o plano termina com o período pago.',
    signedInAs: 'Conectado como',
    method: 'Forma de pagamento',
    invoice: 'Fatura',
    phone: 'Número de telefone',
    deleted: ['Sua conta foi excluída', 'Sua conta será excluída permanentemente em 30 dias.'],
    article: [
      'A biblioteca abre mais tarde',
      'O show de 3 de dezembro foi cancelado por causa da neve.',
      'As carteirinhas expiram em <d> e são renovadas no balcão.',
    ],
  },
  it: {
    nav: ['Impostazioni', 'Generali', 'Account', 'Fatturazione'],
    renews: [
      'Il tuo piano si rinnova il <d>.',
      'Il tuo piano si rinnoverà automaticamente il <d>',
      'Prossimo pagamento: <d>',
    ],
    ends: [
      'Il tuo piano è stato annullato e termina il <d>.',
      'Il tuo abbonamento è disdetto. Mantieni Plus fino al <d>.',
      'Il tuo piano non verrà rinnovato. Scade il <d>.',
      'Il tuo piano sarà annullato il <d>',
    ],
    storeRenews: {
      apple: ['Si rinnova il <d>', 'Rinnovo il <d>'],
      google: ['Prossimo pagamento: <d>', 'Si rinnova il <d>'],
    },
    storeEnds: {
      apple: ['Scade il <d>', 'Annullato. Scade il <d>'],
      google: ['Annullato. Scade il <d>', 'Il tuo abbonamento scade il <d>'],
    },
    subscriptions: 'Abbonamenti',
    manage: 'Gestisci',
    cancelPlan: 'Annulla piano',
    renewPlan: 'Rinnova piano',
    anytime: 'Puoi annullare in qualsiasi momento. Se annulli, il piano termina con il periodo pagato.',
    signedInAs: 'Accesso effettuato come',
    method: 'Metodo di pagamento',
    invoice: 'Fattura',
    phone: 'Numero di telefono',
    deleted: ['Il tuo account è stato eliminato', 'Il tuo account sarà eliminato definitivamente entro 30 giorni.'],
    article: [
      'La biblioteca apre più tardi',
      'Il concerto del 3 dicembre è stato annullato per la neve.',
      'Le tessere scadono il <d> e si rinnovano allo sportello.',
    ],
  },
};
