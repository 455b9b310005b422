/** The operators of rules in sendmail.cf, on either side of the tab: Operations Guide 5.1, sendmail 8.17.1. */

export interface RuleOperatorRow {
  /** `$1` stands for `$1` to `$9`. */
  readonly name: string;
  readonly side: 'left' | 'right';
  readonly text: string;
}

// prettier-ignore
export const ruleOperators: readonly RuleOperatorRow[] = [
  { name: '$*', side: 'left', text: 'Any number of tokens, none as well; as few as will do. On the right it is $1, $2 and so on, by its place among the wildcards.' },
  { name: '$+', side: 'left', text: 'One token or more, as few as will do.' },
  { name: '$-', side: 'left', text: 'Exactly one token.' },
  { name: '$@', side: 'left', text: 'No token at all: matches an empty input.' },
  { name: '$=', side: 'left', text: 'A name of the class that follows; one of several tokens counts too.' },
  { name: '$~', side: 'left', text: 'One token that is not in the class that follows.' },
  { name: '$|', side: 'left', text: 'The bar between two values, as sendmail gives them to check_relay (name $| address) and its like.' },
  { name: '$1', side: 'right', text: 'What the wildcard of this number on the left matched; $= and $~ count as wildcards.' },
  { name: '$>', side: 'right', text: 'Calls the ruleset that is named with all that follows, and puts what comes back in its place.' },
  { name: '$(', side: 'right', text: 'Looks a key up: $( map key $@ argument $: default $). Without $: the key stays where nothing is found.' },
  { name: '$)', side: 'right', text: 'Ends a lookup that $( began.' },
  { name: '$[', side: 'right', text: 'Completes a host name by DNS: $[ host $: default $]. A name that is found ends in a dot.' },
  { name: '$]', side: 'right', text: 'Ends what $[ began.' },
  { name: '$#', side: 'right', text: 'The end: $#mailer $@ host $: user says who delivers. $#error $@ 5.7.1 $: "550 text" refuses, $#discard drops, and $#ok lets pass in a check.' },
  { name: '$@', side: 'right', text: 'At the beginning: returns from the ruleset with what follows. Behind $# the host or the status, within $( an argument.' },
  { name: '$:', side: 'right', text: 'At the beginning: the rule is done once, not until it matches no more. Behind $# the user or the text, within $( the default.' },
  { name: '$|', side: 'right', text: 'The bar between two values that are handed on together.' },
];
