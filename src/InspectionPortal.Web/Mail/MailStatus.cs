namespace InspectionPortal.Web.Mail;

/// <summary>How e-mail is doing.</summary>
/// <param name="IsSetUp">False where messages wait because there is nowhere to send them.</param>
/// <param name="GoesTo">The mail server, or the folder in Development.</param>
/// <param name="Waiting">Messages to be sent, for the first time or again.</param>
/// <param name="OldestWaiting">When the oldest of them was written.</param>
/// <param name="Parked">Messages that need an administrator.</param>
public sealed record MailStatus(bool IsSetUp, string GoesTo, int Waiting, DateTimeOffset? OldestWaiting, int Parked);
