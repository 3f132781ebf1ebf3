using InspectionPortal.Domain.Evidence;

namespace InspectionPortal.Web.Data.EvidenceFiles;

/// <summary>Judges a file that was received by what it holds, whatever its name and its sender say.</summary>
internal static class FileJudge
{
    private static readonly string[] MacroFolders = ["_VBA_PROJECT_CUR", "_VBA_PROJECT", "VBA", "Macros"];

    /// <summary>Fills in what the content says; a refusal where it is not what the name claims, or must not be kept.</summary>
    public static async Task<Receipt> JudgeAsync(
        Stream file, StoredFile stored, EvidenceFileType type, ContentWatch watch, CancellationToken cancellationToken)
    {
        if (!watch.LooksLike(type))
        {
            return Receipt.Refused(Mismatch(type));
        }

        var receipt = type.IsPackage ? await PackageAsync(file, stored, type, cancellationToken)
            : type.IsCompound ? await CompoundAsync(file, stored, type, cancellationToken)
            : new Receipt(stored, null);
        return receipt.File is null ? receipt : receipt with
        {
            File = receipt.File with
            {
                Telltales = Telltales.Find(await ReadableText.ReadAsync(file, type, cancellationToken)),
            },
        };
    }

    private static async Task<Receipt> PackageAsync(
        Stream file, StoredFile stored, EvidenceFileType type, CancellationToken cancellationToken)
    {
        try
        {
            var report = await PackageReader.ReadAsync(file, cancellationToken);
            return report.Content != type.Content && type.Content != EvidenceContent.Zip
                ? Receipt.Refused(Mismatch(type))
                : new Receipt(Described(stored, report), null);
        }
        catch (BadPackageException bad)
        {
            return Receipt.Refused($"{bad.Message}. Choose another file. The file must be {EvidenceFileType.Accepted}");
        }
    }

    private static StoredFile Described(StoredFile stored, PackageReport report) => stored with
    {
        HasMacros = report.HasMacros,
        Contents = report.Content == EvidenceContent.Zip ? report.Files : null,
    };

    private static async Task<Receipt> CompoundAsync(
        Stream file, StoredFile stored, EvidenceFileType type, CancellationToken cancellationToken)
    {
        var names = await CompoundFile.NamesAsync(file, cancellationToken);
        if (names.Contains("EncryptedPackage"))
        {
            return Receipt.Refused(
                "The file is protected by a password, so it cannot be checked for viruses. Remove the password and choose it again");
        }

        string[] marks = type.Content switch
        {
            EvidenceContent.OldWord => ["WordDocument"],
            EvidenceContent.OldExcel => ["Workbook", "Book"],
            EvidenceContent.OldPowerPoint => ["PowerPoint Document"],
            _ => ["__properties_version1.0"],
        };
        return Array.Exists(marks, names.Contains)
            ? new Receipt(stored with { HasMacros = Array.Exists(MacroFolders, names.Contains) }, null)
            : Receipt.Refused(Mismatch(type));
    }

    private static string Mismatch(EvidenceFileType type) => type.Content switch
    {
        EvidenceContent.Text =>
            $"The file is not plain text. Save it as {type.Extensions[0]} in UTF-8 and choose it again. "
                + $"The file must be {EvidenceFileType.Accepted}",
        _ => $"The file is not a real {type.Extensions[0]} file. Choose the right file. The file must be {EvidenceFileType.Accepted}",
    };
}
