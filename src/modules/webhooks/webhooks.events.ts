/** An endpoint failed too often and is told nothing more until a person switches it on again. */
export class WebhookDisabled {
  constructor(
    readonly companyId: string,
    readonly webhookId: string,
    /** The one that was a failure too many. */
    readonly deliveryId: string,
    readonly url: string,
    readonly reason: string,
  ) {}
}
