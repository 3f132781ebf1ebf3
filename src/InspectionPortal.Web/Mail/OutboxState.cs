namespace InspectionPortal.Web.Mail;

/// <summary>How far an e-mail has come.</summary>
public enum OutboxState
{
    /// <summary>To be sent, for the first time or again.</summary>
    Waiting,

    /// <summary>The mail server took it.</summary>
    Sent,

    /// <summary>The mail server refused it for good, or it was tried too often. An administrator can send it again.</summary>
    Parked,
}
