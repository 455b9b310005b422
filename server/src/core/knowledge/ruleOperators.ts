/** The operators of rules in sendmail.cf, on either side of the tab: Operations Guide 5.1, sendmail 8.17.1. */

export interface RuleOperatorRow {
  /** `$1` stands for `$1` to `$9`. */
  readonly name: string;
  /** Both, if none is named. */
  readonly side?: 'left' | 'right';
  readonly text: string;
}

// prettier-ignore
export const ruleOperators: readonly RuleOperatorRow[] = [
  { name: '$*', side: 'left', text: 'Any number of tokens, or none: as few as will do.' },
  { name: '$+', side: 'left', text: 'One token or more, as few as will do.' },
  { name: '$-', side: 'left', text: 'Exactly one token.' },
  { name: '$@', side: 'left', text: 'No token at all: matches an empty input.' },
  { name: '$=', side: 'left', text: 'A name of the class that follows.' },
  { name: '$~', side: 'left', text: 'One token that is not in the class that follows.' },
  { name: '$|', text: 'The bar between two values, as in check_relay.' },
  { name: '$1', side: 'right', text: 'What the wildcard of this number on the left matched.' },
  { name: '$>', side: 'right', text: 'Calls the ruleset with all that follows.' },
  { name: '$(', side: 'right', text: 'Looks a key up: $( map key $@ argument $: default $).' },
  { name: '$[', side: 'right', text: 'Completes a host name by DNS: $[ host $: default $].' },
  { name: '$#', side: 'right', text: 'Says who delivers: $#mailer $@ host $: user. $#error refuses, $#discard drops.' },
  { name: '$@', side: 'right', text: 'In front: returns from the ruleset. Elsewhere a host, a status or an argument.' },
  { name: '$:', side: 'right', text: 'In front: the rule is done once only. Elsewhere a user, a text or a default.' },
];
