using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace InspectionPortal.Web.Infrastructure;

/// <summary>Reading what a page hands to its parts.</summary>
public static class ViewDataExtensions
{
    /// <summary>What stands under that name.</summary>
    /// <exception cref="InvalidOperationException">The page handed over nothing of that kind.</exception>
    public static T Required<T>(this ViewDataDictionary viewData, string name)
        where T : class =>
        viewData[name] as T ?? throw new InvalidOperationException($"The page hands no {typeof(T).Name} to its parts as {name}.");
}
