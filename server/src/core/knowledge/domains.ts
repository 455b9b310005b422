/** Domains that belong to providers of mail for everybody, not to who runs the server: their own sign-up pages, 2024. */
export const freeMailDomains: ReadonlySet<string> = new Set(
  (
    'gmail.com googlemail.com yahoo.com ymail.com yahoo.co.uk yahoo.fr yahoo.de yahoo.co.jp hotmail.com outlook.com live.com msn.com ' +
    'icloud.com me.com mac.com aol.com gmx.com gmx.de gmx.net web.de t-online.de freenet.de mail.com mail.ru yandex.ru yandex.com ' +
    'proton.me protonmail.com qq.com 163.com 126.com sina.com zoho.com fastmail.com orange.fr free.fr laposte.net libero.it'
  ).split(' '),
);
