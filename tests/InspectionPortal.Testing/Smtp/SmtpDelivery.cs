using MimeKit;

namespace InspectionPortal.Testing.Smtp;

/// <summary>A message that a test's mail server received.</summary>
/// <param name="Message">The message, read.</param>
/// <param name="Source">The message, byte for byte.</param>
/// <param name="To">The recipients of the envelope.</param>
/// <param name="IsSecure">True where it came over TLS.</param>
/// <param name="User">Who had signed in.</param>
public sealed record SmtpDelivery(MimeMessage Message, byte[] Source, IReadOnlyList<string> To, bool IsSecure, string? User);
