namespace InspectionPortal.Domain.People;

/// <summary>One person's choice of e-mails, for all partnerships. A person without a row gets them as they happen.</summary>
public sealed class NotificationPreference
{
    public Guid UserId { get; set; }
    public PortalUser? User { get; set; }
    public NotificationFrequency Frequency { get; set; }
}
