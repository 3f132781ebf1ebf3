using FluentValidation;

namespace InspectionPortal.Web.Identity;

/// <summary>What every form asks of a person's name and e-mail address.</summary>
public static class PersonRules
{
    public const int EmailMaxLength = 254;

    public static void IsAPersonsName<T>(this IRuleBuilder<T, string?> rule) => rule
        .NotEmpty().WithMessage("Enter the person’s name")
        .MaximumLength(PortalUser.DisplayNameMaxLength).WithMessage($"Enter a name of at most {PortalUser.DisplayNameMaxLength} characters");

    public static void IsAnEmailAddress<T>(this IRuleBuilderInitial<T, string?> rule) => rule
        .Cascade(CascadeMode.Stop)
        .NotEmpty().WithMessage("Enter the person’s e-mail address")
        .MaximumLength(EmailMaxLength).WithMessage($"Enter an e-mail address of at most {EmailMaxLength} characters")
        .Must(LooksRight).WithMessage("Enter an e-mail address like name@example.org");

    private static bool LooksRight(string? email)
    {
        var at = email!.IndexOf('@', StringComparison.Ordinal);
        var domain = email[(at + 1)..];
        return at > 0 && domain.Length > 2 && domain.IndexOf('@', StringComparison.Ordinal) < 0
            && !domain.StartsWith('.') && domain.Contains('.', StringComparison.Ordinal) && !domain.EndsWith('.') && !domain.Contains("..", StringComparison.Ordinal)
            && !email.Any(c => char.IsWhiteSpace(c) || c is '<' or '>' or ',' or ';' or '"' or '\\');
    }
}
