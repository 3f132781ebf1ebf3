using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Commands.Seeding;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Features.Archives.Restoring;
using InspectionPortal.Web.Jobs;
using InspectionPortal.Web.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Commands;

/// <summary>
/// <c>archive restore FILE --slug SLUG [--name NAME] [--sha256 HASH]</c>: makes a new partnership of an archive, however large.
/// </summary>
public sealed record RestoreVerb(string File, string Slug, string? Name, string? Sha256)
{
    /// <summary>The command in the arguments after "archive restore"; null where they are used wrongly.</summary>
    public static RestoreVerb? Parse(ReadOnlySpan<string> args)
    {
        string? file = null, slug = null, name = null, sha256 = null;
        for (var i = 0; i < args.Length; i++)
        {
            var value = i + 1 < args.Length && !args[i + 1].StartsWith('-') ? args[i + 1] : null;
            switch (args[i])
            {
                case "--slug" when slug is null && value is not null:
                    (slug, i) = (value, i + 1);
                    break;
                case "--name" when name is null && value is not null:
                    (name, i) = (value, i + 1);
                    break;
                case "--sha256" when sha256 is null && value is not null:
                    (sha256, i) = (value, i + 1);
                    break;
                case var word when file is null && !word.StartsWith('-'):
                    file = word;
                    break;
                default:
                    return null;
            }
        }

        return file is null || slug is null ? null : new RestoreVerb(file, slug, name, sha256);
    }

    /// <summary>Runs it.</summary>
    /// <returns>What was restored, a line each.</returns>
    /// <exception cref="SeedException">The slug is taken or none, or the file is not there or cannot be restored.</exception>
    public async Task<string> RunAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        if (!PartnershipSlug.IsValid(Slug) || ReservedSegments.Contains(Slug))
        {
            throw new SeedException($"'{Slug}' cannot be the short name of a partnership. {PartnershipSlug.Rule}.");
        }

        if (Name?.Length > Partnership.NameMaxLength)
        {
            throw new SeedException($"--name: {TypedInput.TooLong(Partnership.NameMaxLength)}.");
        }

        if (!System.IO.File.Exists(File))
        {
            throw new SeedException($"There is no file {File}.");
        }

        await using var content = new FileStream(File, FileMode.Open, FileAccess.Read, FileShare.Read);
        RestoredPartnership? restored = null;
        await services.GetRequiredService<PartnershipScopes>().RunAsPlatformAsync(
            "archive restore", async scope => restored = await RestoreAsync(scope, content, cancellationToken));
        return Told(restored!);
    }

    private async Task<RestoredPartnership> RestoreAsync(IServiceProvider scope, Stream content, CancellationToken cancellationToken)
    {
        var database = scope.GetRequiredService<PortalDbContext>();
        try
        {
            return await scope.GetRequiredService<UnitOfWork>().RunAsync(
                async token => await database.Partnerships.AnyAsync(p => p.Slug == Slug, token)
                    ? throw new SeedException($"There is a partnership '{Slug}' already. Choose another short name.")
                    : await scope.GetRequiredService<ArchiveRestorer>().RestoreAsync(
                        content, new RestoreTarget(Slug, Name, Sha256), scope.GetRequiredService<TimeProvider>().GetUtcNow(), token),
                cancellationToken);
        }
        catch (ArchiveException wrong)
        {
            throw new SeedException(wrong.Message);
        }
    }

    private string Told(RestoredPartnership restored) => string.Join(
        Environment.NewLine,
        [
            $"Restored {restored.Name} as /{Slug}: {EnglishText.Count(restored.Rows, "row")} and "
                + $"{EnglishText.Count(restored.Files, "file")} of evidence.",
            "Not restored: accounts, roles, responsibilities that people have, access of scrutiny bodies, e-mails, imported files. "
                + "Invite the first partnership lead on the platform’s page.",
            "Files of evidence are scanned for viruses here first. None of them is released until the partnership releases it again.",
            .. restored.Gaps.Select(g => $"Not restored: {g}"),
        ]);
}
