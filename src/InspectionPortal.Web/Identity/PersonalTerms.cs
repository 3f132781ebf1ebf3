using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace InspectionPortal.Web.Identity;

/// <summary>The words that somebody who guesses tries first: the person's own, the partnerships', the portal's.</summary>
public sealed class PersonalTerms(PortalDbContext database, IOptions<PortalOptions> options)
{
    private static readonly string[] OfThePortal =
        ["inspection", "portal", "inspectionportal", "improvement", "partnership", "actionplan", "safeguarding", "childprotection"];

    private static readonly char[] Separators = [' ', '.', '-', '_', '@', '+', '\'', '’', ',', '(', ')', '&', '/', ':'];

    /// <summary>Words of the person: address, name, and the parts of both.</summary>
    public static IReadOnlyList<string> OfThePerson(PortalUser user) => Words([user.Email, user.Email?.Split('@')[0], user.DisplayName]);

    /// <summary>Words of the portal, of whoever supports it, and of every partnership on it.</summary>
    public async Task<IReadOnlyList<string>> OfThePlaceAsync(CancellationToken cancellationToken)
    {
        var partnerships = await database.Partnerships.AsNoTracking()
            .Where(p => p.State == PartnershipState.Active).Select(p => new { p.Name, p.Slug }).ToListAsync(cancellationToken);
        return
        [
            .. OfThePortal,
            .. Words([options.Value.SupportName, .. partnerships.SelectMany(p => new[] { p.Name, p.Slug })]),
        ];
    }

    private static List<string> Words(IEnumerable<string?> texts) =>
    [
        .. texts.OfType<string>()
            .SelectMany(t => t.Split(Separators, StringSplitOptions.RemoveEmptyEntries).Append(t))
            .Select(PasswordShape.Letters)
            .Where(w => w.Length >= PasswordShape.ShortestWord)
            .Distinct(StringComparer.Ordinal)
            .OrderByDescending(w => w.Length),
    ];
}
