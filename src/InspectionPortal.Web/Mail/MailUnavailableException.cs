namespace InspectionPortal.Web.Mail;

/// <summary>The mail server could not be reached, trusted or signed in to.</summary>
public sealed class MailUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
