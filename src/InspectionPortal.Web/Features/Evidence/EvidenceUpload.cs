using System.Globalization;
using InspectionPortal.Web.Data.EvidenceFiles;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace InspectionPortal.Web.Features.Evidence;

/// <summary>A form that was read: its fields, and what became of its files. Disposing removes files that nothing kept.</summary>
public sealed class EvidenceUpload(EvidenceStore store, IFormCollection fields, IReadOnlyList<Receipt> receipts) : IDisposable
{
    private bool _isStaged;

    public IReadOnlyList<StoredFile> Files { get; } = [.. receipts.Select(r => r.File).OfType<StoredFile>()];

    /// <summary>Why files were refused; null where none was.</summary>
    public string? Problem { get; } = receipts.Any(r => r.Problem is not null)
        ? string.Join(". ", receipts.Select(r => r.Problem).OfType<string>()) : null;

    /// <summary>The fields, as model binding takes them.</summary>
    public IValueProvider Values { get; } = new FormValueProvider(BindingSource.Form, fields, CultureInfo.CurrentCulture);

    /// <summary>Its files wait for the form to be sent again, and stay.</summary>
    public void Stage() => _isStaged = true;

    public void Dispose()
    {
        foreach (var file in _isStaged ? [] : Files)
        {
            store.Discard(file.StorageName);
        }
    }
}
