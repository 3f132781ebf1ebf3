namespace InspectionPortal.Domain.People;

/// <summary>How often a person wants e-mails about what others did.</summary>
public enum NotificationFrequency
{
    /// <summary>What they must act on within minutes, the rest once a day.</summary>
    AsItHappens,

    /// <summary>Everything in one e-mail a day.</summary>
    Daily,

    /// <summary>None.</summary>
    Never,
}
