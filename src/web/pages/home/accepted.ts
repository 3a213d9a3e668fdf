/** The files that can be read as a plan. */
export const ACCEPTED = '.docx,.pdf,.ofd,.xlsx,.doc,.wps,.xls,.et,.rtf,.odt,.html,.htm,.txt,.md'
