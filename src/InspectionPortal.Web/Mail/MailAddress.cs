using MimeKit;

namespace InspectionPortal.Web.Mail;

/// <summary>Reads one plain e-mail address, and nothing that could become two of them or a header.</summary>
public static class MailAddress
{
    private const string Never = "<>()[]\\,;:\"";

    /// <summary>The mailbox, or null where <paramref name="address"/> is anything but one address.</summary>
    public static MailboxAddress? TryRead(string address, string name = "")
    {
        if (address.Length is 0 or > OutboxMessage.AddressMaxLength
            || address.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || Never.Contains(c, StringComparison.Ordinal))
            || address.Count(c => c == '@') != 1
            || MailText.OneLine(address) != address)
        {
            return null;
        }

        return MailboxAddress.TryParse(address, out var mailbox) && mailbox.Address == address
            ? new MailboxAddress(MailText.OneLine(name, MailText.NameMaxLength), mailbox.Address)
            : null;
    }
}
