using System.Globalization;
using InspectionPortal.Web.Data.EvidenceFiles;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace InspectionPortal.Web.Features.Evidence;

/// <summary>A form that was read: its fields, and what became of its file. Disposing removes a file that nothing kept.</summary>
public sealed class EvidenceUpload(EvidenceStore store, IFormCollection fields, Receipt? receipt) : IDisposable
{
    public StoredFile? File => receipt?.File;

    public string? Problem => receipt?.Problem;

    /// <summary>The fields, as model binding takes them.</summary>
    public IValueProvider Values { get; } = new FormValueProvider(BindingSource.Form, fields, CultureInfo.CurrentCulture);

    public void Dispose()
    {
        if (File is not null)
        {
            store.Discard(File);
        }
    }
}
