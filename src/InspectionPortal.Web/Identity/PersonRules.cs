using FluentValidation;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Infrastructure.Forms;

namespace InspectionPortal.Web.Identity;

/// <summary>What every form asks of a person's name and e-mail address.</summary>
public static class PersonRules
{
    public const int EmailMaxLength = 254;

    public static void IsAPersonsName<T>(this IRuleBuilder<T, string?> rule) => rule
        .NotEmpty().WithMessage("Enter the person’s name")
        .MaxLength(PortalUser.DisplayNameMaxLength)
        .Must(name => name is null || !name.Any(char.IsControl)).WithMessage("Enter the name on one line");

    public static void IsAnEmailAddress<T>(this IRuleBuilderInitial<T, string?> rule) => rule
        .Cascade(CascadeMode.Stop)
        .NotEmpty().WithMessage("Enter the person’s e-mail address")
        .MaxLength(EmailMaxLength)
        .Must(LooksRight).WithMessage("Enter an e-mail address like name@example.org");

    /// <summary>True for what every form takes as an e-mail address.</summary>
    public static bool IsEmailAddress(string? email) => email is { Length: > 0 and <= EmailMaxLength } && LooksRight(email);

    /// <summary>ASCII alone: "K" (KELVIN SIGN) counts as "K" among accounts and is another mailbox to a mail server.</summary>
    private static bool LooksRight(string? email)
    {
        var at = email!.IndexOf('@', StringComparison.Ordinal);
        var domain = email[(at + 1)..];
        return at > 0 && domain.Length > 2 && domain.IndexOf('@', StringComparison.Ordinal) < 0
            && !domain.StartsWith('.') && domain.Contains('.', StringComparison.Ordinal) && !domain.EndsWith('.') && !domain.Contains("..", StringComparison.Ordinal)
            && !email.Any(c => !char.IsAscii(c) || char.IsControl(c) || char.IsWhiteSpace(c) || c is '<' or '>' or ',' or ';' or '"' or '\\');
    }
}
