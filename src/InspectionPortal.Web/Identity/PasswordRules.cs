using InspectionPortal.Domain.People;
using Microsoft.AspNetCore.Identity;

namespace InspectionPortal.Web.Identity;

/// <summary>
/// Refuses the passwords that are tried first: common ones in any disguise, walks over the keyboard, and words of the person,
/// the partnerships or the portal. Nothing is asked about kinds of characters.
/// </summary>
public sealed class PasswordRules(CommonPasswordFilter common, PersonalTerms own) : IPasswordValidator<PortalUser>
{
    public const int MaxLength = 200;

    private const string TooCommon = "Choose a password that is harder to guess, like three or four unrelated words";
    private const string IsOwn = "Choose a password that is not your own name or e-mail address";
    private const string IsOfThePlace = "Choose a password that is not the name of the portal or of a partnership";

    public async Task<IdentityResult> ValidateAsync(UserManager<PortalUser> manager, PortalUser user, string? password)
    {
        // A short one is refused for being short, once.
        var isLongEnough = password?.Length >= manager.Options.Password.RequiredLength;
        var problem = isLongEnough && password is { Length: <= MaxLength } ? await ProblemAsync(user, password) : null;
        return problem is null
            ? IdentityResult.Success
            : IdentityResult.Failed(new IdentityError { Code = "PasswordGuessable", Description = problem });
    }

    private async Task<string?> ProblemAsync(PortalUser user, string password)
    {
        var words = PasswordShape.Words(password);
        if (words.Any(w => IsMadeOf(w, PersonalTerms.OfThePerson(user))))
        {
            return IsOwn;
        }

        if (PasswordRuns.IsNothingElse(PasswordShape.Plain(password)) || words.Any(common.Contains))
        {
            return TooCommon;
        }

        var ofThePlace = await own.OfThePlaceAsync(CancellationToken.None);
        return words.Any(w => IsMadeOf(w, ofThePlace)) ? IsOfThePlace : null;
    }

    /// <summary>True where nothing, a scrap or one common word is left once the own words are taken out.</summary>
    private bool IsMadeOf(string word, IReadOnlyList<string> ownWords)
    {
        var rest = word;
        foreach (var ownWord in ownWords)
        {
            rest = rest.Replace(ownWord, string.Empty, StringComparison.Ordinal);
        }

        return rest.Length < word.Length && (rest.Length < PasswordShape.ShortestWord || common.Contains(rest));
    }
}
