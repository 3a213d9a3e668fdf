import { useQuery } from '@tanstack/react-query'
import { client } from '#web/_lib/client.ts'
import { useLanguage } from '#web/_lib/language.ts'

/** What registers are called; the id of one that is not known. */
export function useRegisterTitles(): (id: string) => string {
  const isEnglish = useLanguage() === 'en'
  const { data } = useQuery({ queryKey: ['registers'], queryFn: () => client.register.list(), staleTime: Infinity })
  return (id) => {
    const register = data?.registers.find((each) => each.id === id)
    return (isEnglish && register?.titleEn) || register?.title || id
  }
}
