using Microsoft.AspNetCore.Identity;

namespace InspectionPortal.Web.Identity;

/// <summary>Refuses the passwords that are tried first. Nothing is asked about kinds of characters.</summary>
public sealed class PasswordRules : IPasswordValidator<PortalUser>
{
    public const int MaxLength = 200;

    /// <summary>Letters and digits of passwords long enough to pass and common enough to be guessed.</summary>
    private static readonly HashSet<string> Worst = new(StringComparer.Ordinal)
    {
        "passwordpassword", "password1234", "password12345", "password123456", "mypassword123", "newpassword1", "newpassword123", "passw0rd1234",
        "p4ssw0rd1234", "changeme1234", "changemeplease", "changeme12345", "letmein12345", "letmeinplease", "welcome12345", "welcome123456",
        "administrator", "administrator1", "adminadminadmin", "admin1234567", "admin12345678", "qwertyuiop12", "qwertyuiop123", "qwertyuiopasdf",
        "qwertyqwerty", "qwerty123456", "qwerty1234567", "1q2w3e4r5t6y", "1qaz2wsx3edc", "zxcvbnmasdfghjkl", "asdfghjklqwe", "iloveyou1234",
        "iloveyouforever", "inspection123", "inspectionportal", "inspectionportal1", "partnership1", "partnership123", "safeguarding1",
        "safeguarding123", "childprotection", "childrenservices", "childrensservices", "socialwork123", "summer202420", "abcdefghijkl",
        "trustno1trustno1", "football1234", "manchesterunited", "liverpoolfc1", "unitedkingdom", "scotland1234", "correcthorsebatterystaple",
    };

    public Task<IdentityResult> ValidateAsync(UserManager<PortalUser> manager, PortalUser user, string? password)
    {
        var problem = Problem(user, password ?? string.Empty);
        return Task.FromResult(problem is null
            ? IdentityResult.Success
            : IdentityResult.Failed(new IdentityError { Code = "PasswordGuessable", Description = problem }));
    }

    private static string? Problem(PortalUser user, string password)
    {
        var plain = Plain(password);
        if (plain.Length > 0 && Own(user).Any(own => plain == own || (own.Length >= 8 && plain.Trim('0', '1', '2', '3', '4', '5', '6', '7', '8', '9') == own)))
        {
            return "Choose a password that is not your own name or e-mail address";
        }

        return Worst.Contains(plain) || IsRepeated(password) || IsRun(plain)
            ? "Choose a password that is harder to guess, such as three or four unrelated words"
            : null;
    }

    private static IEnumerable<string> Own(PortalUser user) =>
        new[] { user.Email, user.Email?.Split('@')[0], user.DisplayName }.Select(own => Plain(own ?? string.Empty)).Where(own => own.Length > 0);

    private static string Plain(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>One piece of up to four characters again and again: "abcabcabcabc".</summary>
    private static bool IsRepeated(string password) =>
        Enumerable.Range(1, 4).Any(size => password.Length > size && password.Index().All(c => c.Item == password[c.Index % size]));

    /// <summary>Each character next to the one before: "123456789012", "abcdefghijkl", "987654321098".</summary>
    private static bool IsRun(string plain) => plain.Length > 1
        && new[] { 1, -1 }.Any(step => plain.Skip(1).Zip(plain, (now, before) => Follows(before, now, step)).All(follows => follows));

    private static bool Follows(char before, char now, int step) =>
        now - before == step || (step == 1 && before == '9' && now == '0') || (step == -1 && before == '0' && now == '9');
}

/// <summary>Says in plain English what Identity finds wrong with a password.</summary>
public sealed class PasswordWords : IdentityErrorDescriber
{
    public override IdentityError PasswordTooShort(int length) =>
        new() { Code = nameof(PasswordTooShort), Description = $"Use at least {length} characters" };

    public override IdentityError PasswordMismatch() =>
        new() { Code = nameof(PasswordMismatch), Description = "That is not your password now. Try again" };
}
