using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace InspectionPortal.Web.Infrastructure;

/// <summary>Uses <see cref="PlainTextBinder"/> for every string that is bound.</summary>
public sealed class PlainTextBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.ModelType == typeof(string) ? new PlainTextBinder() : null;
}
