namespace InspectionPortal.Web.Mail;

/// <summary>What came of handing one message to the mail server, with the server's words where it did not take it.</summary>
public sealed record SendOutcome(SendResult Result, string? Reason = null);
