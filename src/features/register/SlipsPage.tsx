import { Page } from '../../ui/Page'
export function SlipsPage() {
  return <Page title="SlipsPage">{null}</Page>
}
