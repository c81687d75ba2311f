import { Page } from '../../ui/Page'
export function RegisterPage() {
  return <Page title="RegisterPage">{null}</Page>
}
