namespace InspectionPortal.Domain.People;

/// <summary>What a person is told about by e-mail.</summary>
public enum NotificationKind
{
    /// <summary>Their update was sent back.</summary>
    UpdateSentBack,

    /// <summary>Their update was accepted with another rating.</summary>
    RatingChanged,

    /// <summary>Somebody submitted an update; for partnership leads.</summary>
    UpdateSubmitted,

    /// <summary>Somebody wrote a comment on their update, or on one that they commented on.</summary>
    Comment,

    /// <summary>Somebody named them in a comment.</summary>
    Mention,

    /// <summary>A report waits for their approval; for chief officers and their delegates.</summary>
    ApprovalWanted,

    /// <summary>A position statement waits for their approval; for chief officers who can approve it.</summary>
    StatementWaits,

    /// <summary>A report was returned; for partnership leads.</summary>
    ReportReturned,

    /// <summary>Work that they lead is done and awaits evidence.</summary>
    EvidenceWanted,

    /// <summary>A scrutiny body was given access; for partnership leads.</summary>
    AccessGranted,

    /// <summary>Access of a scrutiny body ends within two weeks; for partnership leads.</summary>
    AccessExpiring,

    /// <summary>A link officer asked about a recommendation; for partnership leads.</summary>
    RequestFromScrutiny,
}
